import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/**
 * Works on jobs in a thread of its own while the local cloud runs: a large file being read holds no page up. Cut off, they go on next
 * time.
 */
export function startJobs(): { close(): Promise<void> } {
  const worker = new Worker(join(__dirname, 'jobs-thread.js'))
  worker.on('error', (error) => console.error(`后台的导入停了，重新开始小康码就会接着做：${error.message}`))
  return { close: async () => void (await worker.terminate()) }
}
