/** A figure, what it is measured against, and what is aimed at. */
export interface Figure {
  what: string
  value: string
  ratio?: number
  aim?: string
  note?: string
}

export const sorted = (values: number[]): number[] => [...values].sort((a, b) => a - b)
export const median = (values: number[]): number => quantile(values, 0.5)
export const quantile = (values: number[], q: number): number => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * q))]!

/** Milliseconds of each of `times` runs, one after the other. */
export async function timeEach(times: number, work: (i: number) => Promise<unknown> | unknown): Promise<number[]> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const before = performance.now()
    await work(i)
    taken.push(performance.now() - before)
  }
  return taken
}
