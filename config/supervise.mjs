// Plain JavaScript, like run.mjs: it runs before anything is installed.
import { spawn } from 'node:child_process'

/** How a server ends that was brought down by a fault: by itself, or by a signal that nobody here sent. */
const crashed = 70
/** So many ends within so long (ms) are no accident any more. */
const patience = { ends: 5, within: 60_000 }

/** Keeps the server running: one that a fault brought down is started again, and that is said. */
export async function supervise(script, options, { cwd, say }) {
  let words = options
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => {
      stopping = true
    })
  for (let ends = []; ; ends = [...ends, Date.now()].filter((at) => at > Date.now() - patience.within)) {
    if (ends.length >= patience.ends) throw new Error('服务一分钟里停了五次，没有再开。上面有每次停下的原因；数据都还在。')
    const { code, signal } = await served(script, words, cwd)
    if (stopping || code === 0) return
    if (code !== crashed && !signal) throw new Error('服务没有开起来，原因在上面。')
    say(`服务意外停了（${signal ?? `代码 ${code}`}），马上重新开。已经写好的数据都在。`)
    // Emptied once is enough.
    words = words.filter((word) => word !== '--fresh')
  }
}

const served = (script, words, cwd) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...words], { cwd, stdio: 'inherit' })
    const pass = (signal) => child.kill(signal)
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, pass)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      for (const sent of ['SIGINT', 'SIGTERM']) process.off(sent, pass)
      resolve({ code, signal })
    })
  })
