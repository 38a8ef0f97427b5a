/**
 * The library of national algorithms and what is built on it. Its code is run only when somebody writes or reads a report: engines without
 * BigInt (before iOS 14 and Chrome 67) cannot, and everything else must go on there.
 */
export const loadSealing = () => import(/* webpackMode: "eager" */ './sealing-parts')

/** Whether this phone can seal at all. */
export const canSeal = (): boolean => typeof BigInt === 'function'

/** Lets the screen move between two pieces of long work. */
export const breathe = (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, 0)
  })
