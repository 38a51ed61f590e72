import java.nio.*; import java.nio.channels.*; import java.nio.file.*; import java.io.*;
public class HD { public static void main(String[] a) throws Exception { Path p=Path.of("/tmp/hb/file2"); 
 for(int i=0;i<4;i++){ for (int mode=0; mode<3; mode++) { Files.deleteIfExists(p); try(var f=new RandomAccessFile(p.toFile(),"rw")){ byte[] z=new byte[1<<20]; for(int k=0;k<128;k++) f.write(z); byte[] c=new byte[1<<18];
 long t=System.nanoTime(); var ch=f.getChannel(); ByteBuffer b=ByteBuffer.allocateDirect(1);
 if(mode==0) for(long o=0;o<1L<<27;o+=1<<18){ f.seek(o); f.write(c,0,1<<18);} 
 if(mode==1) for(long o=0;o<1L<<27;o+=4096){ f.seek(o+4095); f.write(0);} 
 if(mode==2) for(long o=0;o<1L<<27;o+=4096){ b.clear(); ch.write(b,o+4095);} 
 System.out.print(mode+" "+(System.nanoTime()-t)/1000000+"  ");} } System.out.println(); } Files.delete(p);} }
