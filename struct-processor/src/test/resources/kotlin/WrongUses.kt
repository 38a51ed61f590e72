package p

fun wrong(view: EverythingView, arrays: ArraysView) {
    view.name = null // here
    view.next.i // here
    view.i = 3L // here
    view.start = null // here
    arrays.ints[0] = null // here
    arrays.ints = intArrayOf() // here
    arrays.colors[0] = null // here
    view.setName(null) // here
    EverythingView.allocate(null) // here
}
