;; The guest: structs that the host lays out with views, read and written here with plain loads and stores.
;;
;;   Person   i32 id at 0, f64 height at 8, i32 age at 16: 24 bytes
;;   Shape    i32 tag at 0, at 8 one of   0 Circle: f64 radius    1 Rect: f64 width, f64 height: 24 bytes
;;
;; The first page is the guest's own. Everything above belongs to the host's allocator.
(module
  (import "host" "allocate" (func $host.allocate (param $byteSize i32) (result i32)))

  (memory (export "memory") 2 64)

  ;; What the guest allocated so far ends here. Address 0 stays unused: it is null.
  (global $top (mut i32) (i32.const 64))

  ;; A bump allocator of the guest's, in its page. Traps when the page is full.
  (func $allocate (export "allocate") (param $byteSize i32) (result i32)
    (local $block i32)
    (local.set $block (global.get $top))
    (global.set $top
      (i32.and (i32.add (i32.add (local.get $block) (local.get $byteSize)) (i32.const 7)) (i32.const -8)))
    (if (i32.gt_u (global.get $top) (i32.const 65536))
      (then (unreachable)))
    (local.get $block))

  ;; A block of the host's allocator. Traps when the host has no room: it answers 0 then.
  (func $ask (param $byteSize i32) (result i32)
    (local $block i32)
    (local.set $block (call $host.allocate (local.get $byteSize)))
    (if (i32.eqz (local.get $block))
      (then (unreachable)))
    (local.get $block))

  ;; Host to guest: the host wrote the person, the guest changes it in place.
  (func (export "birthday") (param $person i32)
    (i32.store offset=16 (local.get $person)
      (i32.add (i32.load offset=16 (local.get $person)) (i32.const 1))))

  ;; Guest to host: a person in the guest's own page.
  (func (export "newPerson") (param $id i32) (param $height f64) (param $age i32) (result i32)
    (local $person i32)
    (local.set $person (call $allocate (i32.const 24)))
    (i32.store (local.get $person) (local.get $id))
    (f64.store offset=8 (local.get $person) (local.get $height))
    (i32.store offset=16 (local.get $person) (local.get $age))
    (local.get $person))

  ;; Where in the host's array the tallest of the people is; 0 for nobody.
  (func $tallest (export "tallest") (param $people i32) (param $count i32) (result i32)
    (local $best i32)
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $count)))
        (if (i32.eqz (local.get $best))
          (then (local.set $best (local.get $people)))
          (else
            (if (f64.gt (f64.load offset=8 (local.get $people)) (f64.load offset=8 (local.get $best)))
              (then (local.set $best (local.get $people))))))
        (local.set $people (i32.add (local.get $people) (i32.const 24)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $next)))
    (local.get $best))

  ;; A copy of the tallest in a block of the host's allocator, which the host frees.
  (func (export "copyOfTallest") (param $people i32) (param $count i32) (result i32)
    (local $copy i32)
    (local.set $copy (call $ask (i32.const 24)))
    (memory.copy (local.get $copy) (call $tallest (local.get $people) (local.get $count)) (i32.const 24))
    (local.get $copy))

  ;; Host to guest: the area of whatever the union holds. A tag that no variant has is a trap.
  (func (export "area") (param $shape i32) (result f64)
    (block $unknown
      (block $rect
        (block $circle
          (br_table $circle $rect $unknown (i32.load (local.get $shape))))
        (return
          (f64.mul (f64.const 3.141592653589793)
            (f64.mul (f64.load offset=8 (local.get $shape)) (f64.load offset=8 (local.get $shape))))))
      (return
        (f64.mul (f64.load offset=8 (local.get $shape)) (f64.load offset=16 (local.get $shape)))))
    (unreachable))

  ;; Guest to host: the rectangle around a circle, made in a block of the host's allocator.
  (func (export "boundsOfCircle") (param $circle i32) (result i32)
    (local $rect i32)
    (local $side f64)
    (local.set $side (f64.mul (f64.const 2) (f64.load offset=8 (local.get $circle))))
    (local.set $rect (call $ask (i32.const 24)))
    (i32.store (local.get $rect) (i32.const 1))
    (f64.store offset=8 (local.get $rect) (local.get $side))
    (f64.store offset=16 (local.get $rect) (local.get $side))
    (local.get $rect))

  ;; A block of the host's allocator, of any size.
  (func (export "askFor") (param $byteSize i32) (result i32)
    (call $ask (local.get $byteSize)))

  (func (export "grow") (param $pages i32) (result i32)
    (memory.grow (local.get $pages))))
