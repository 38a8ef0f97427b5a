/** Everything but `Date` runs as usual. */
const real = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'cancelIdleCallback',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const

/** The phone's clock shows this moment (with its zone) and stands still. */
export const itIs = (moment: string): void => {
  jest.useFakeTimers({ now: new Date(moment), doNotFake: [...real] })
}

/** The phone's clock shows this moment and goes on from it, as Taro's looking for what is on a page needs. */
export const fromNowItIs = (moment: string): void => {
  jest.useFakeTimers({ now: new Date(moment), doNotFake: [...real], advanceTimers: true })
}
