const RealDate = Date

/**
 * Sets what `Date` says in this thread ahead by so many ms, behind where negative; 0: real time again. Timers go on as they are. Only the
 * demo county does this, before anybody is let in.
 */
export function shiftClock(ms: number): void {
  const now = () => RealDate.now() + ms
  globalThis.Date =
    ms === 0
      ? RealDate
      : new Proxy(RealDate, {
          construct: (date, given: unknown[], self: NewableFunction) =>
            Reflect.construct(date, given.length === 0 ? [now()] : given, self) as Date,
          get: (date, name, self) => (name === 'now' ? now : (Reflect.get(date, name, self) as unknown)),
        })
}

/** The instant that real clocks show, whatever was set here. In ms. */
export const realTime = (): number => RealDate.now()
