import { createServer } from 'node:net'

/** The port, if it is a port and free on that address; otherwise a sentence that says what to do. */
export async function freePort(text: string, host: string): Promise<number> {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`“${text}”不是端口号。请写 1 到 65535 之间的数，例如 --port 8328`)
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', ({ code, message }: NodeJS.ErrnoException) =>
      reject(
        new Error(
          code === 'EADDRINUSE'
            ? `端口 ${port} 已经被别的程序占用。换一个：npm start -- --port ${port + 1}`
            : `端口 ${port} 打不开：${message}`,
        ),
      ),
    )
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
  return port
}
