/** A mini-program has all its pages when it opens. */
export const sayLatePages = (): void => undefined
