/** A stylesheet, for pages under test: nothing is drawn. */
export {}
