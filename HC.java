import dev.ashlar.memory.*; import java.nio.file.*; import java.io.*;
public class HC { public static void main(String[] a) throws Exception { Path p=Path.of("/tmp/hb/file"); for(int i=0;i<3;i++){ Files.deleteIfExists(p); try(var f=new RandomAccessFile(p.toFile(),"rw")){ byte[] z=new byte[1<<20]; for(int k=0;k<256;k++) f.write(z);} 
 long t=System.nanoTime(); LinearMemory.map(p,0,16384).close(); System.out.println("256M zeros ms "+(System.nanoTime()-t)/1000000);} 
 Files.delete(p);} }
