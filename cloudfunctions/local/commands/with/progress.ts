import { Presets, SingleBar } from 'cli-progress'

/** One line that moves on a terminal, one line per step elsewhere (a log, CI). */
export interface Progress {
  step(done: number, label: string, total?: number): void
  end(): void
}

/** Shows `done` of `total` with what is being done. Quiet when another programme reads the output. */
export function showProgress(title: string, total: number, quiet = false): Progress {
  if (quiet) return { step: () => {}, end: () => {} }
  if (!process.stderr.isTTY)
    return { step: (done, label, of = total) => void process.stderr.write(`${title} ${done}/${of} ${label}\n`), end: () => {} }
  const bar = new SingleBar(
    { format: `${title} {bar} {value}/{total} {label}`, stream: process.stderr, hideCursor: true },
    Presets.shades_classic,
  )
  bar.start(total, 0, { label: '' })
  return {
    step: (done, label, of) => {
      if (of !== undefined) bar.setTotal(of)
      bar.update(done, { label })
    },
    end: () => bar.stop(),
  }
}
