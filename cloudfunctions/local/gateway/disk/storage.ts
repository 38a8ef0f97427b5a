import { createHash, createHmac, randomUUID } from 'node:crypto'
import { mkdirSync, openSync, closeSync, fsyncSync } from 'node:fs'
import { copyFile, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { badParam } from '../door/errors'
import { sameText } from '../door/signature'

/** Largest file that can be uploaded, in bytes. */
const MAX_FILE = 100 * 1024 * 1024
/** How long an upload may be started after it was asked for, and the default life of a download link (s). */
const LINK_S = 7200
const MAX_LINK_S = 7 * 24 * 3600

export interface StorageOptions {
  dataDir: string
  envId: string
  secretKey: string
  baseUrl: () => string
}

/**
 * Cloud storage on disk. A file lies under the hash of its path, so that no path can lead out of the
 * folder; links carry an expiry and are signed with the secret, so that none can be guessed.
 */
export class Storage {
  private readonly folder: string

  constructor(private readonly options: StorageOptions) {
    this.folder = join(options.dataDir, 'files')
    mkdirSync(this.folder, { recursive: true })
  }

  /** `cloud://<env>.<bucket>/<path>` */
  fileId(path: string): string {
    return `cloud://${this.options.envId}.local-${this.options.envId}/${path}`
  }

  /** The path that a file id stands for. */
  pathOf(fileId: unknown): string {
    const match = typeof fileId === 'string' ? /^cloud:\/\/[^/]+\/(.+)$/s.exec(fileId) : null
    if (!match?.[1]) throw badParam(`not a file id: ${String(fileId)}`)
    return match[1]
  }

  /** A link with which anyone can do one thing with one file until it expires. */
  link(verb: 'get' | 'put', path: string, seconds = LINK_S): string {
    const expires = Math.floor(Date.now() / 1000) + Math.min(Math.max(1, Math.floor(seconds)), MAX_LINK_S)
    return `${this.options.baseUrl()}/storage/${Buffer.from(path).toString('base64url')}?expires=${expires}&sign=${this.sign(verb, path, expires)}`
  }

  /** The path of a link, if its signature is right and it has not expired. */
  open(verb: 'get' | 'put', url: string): string | undefined {
    const { pathname, searchParams } = new URL(url, 'http://gateway')
    const path = Buffer.from(pathname.slice('/storage/'.length), 'base64url').toString()
    const expires = Number(searchParams.get('expires'))
    if (!sameText(this.sign(verb, path, expires), searchParams.get('sign') ?? '')) return undefined
    return expires >= Date.now() / 1000 ? path : undefined
  }

  async exists(path: string): Promise<boolean> {
    return stat(this.place(path)).then(
      () => true,
      () => false,
    )
  }

  /** Writes a file whole or not at all, and durably. */
  async write(path: string, content: Readable): Promise<void> {
    const draft = `${this.place(path)}.${randomUUID()}.part`
    const file = await open(draft, 'wx')
    try {
      let size = 0
      for await (const chunk of content) {
        size += (chunk as Buffer).length
        if (size > MAX_FILE) throw badParam(`a file may have at most ${MAX_FILE} bytes`)
        await file.write(chunk as Buffer)
      }
      await file.sync()
      await file.close()
      await rename(draft, this.place(path))
      this.syncFolder()
    } catch (error) {
      await file.close().catch(() => undefined)
      await rm(draft, { force: true })
      throw error
    }
  }

  async read(path: string): Promise<{ size: number; stream: Readable } | undefined> {
    const file = await open(this.place(path)).catch(() => undefined)
    return file && { size: (await file.stat()).size, stream: file.createReadStream() }
  }

  async remove(path: string): Promise<void> {
    await rm(this.place(path), { force: true })
    this.syncFolder()
  }

  async copy(from: string, to: string, overwrite: boolean): Promise<void> {
    if (!overwrite && (await this.exists(to))) throw badParam(`the file exists: ${to}`)
    await copyFile(this.place(from), this.place(to))
    this.syncFolder()
  }

  private place(path: string): string {
    return join(this.folder, createHash('sha256').update(path).digest('hex'))
  }

  private sign(verb: string, path: string, expires: number): string {
    return createHmac('sha256', `storage\n${this.options.secretKey}`).update(`${verb}\n${expires}\n${path}`).digest('hex')
  }

  /** A rename is only durable once its folder is; Windows does not let a folder be opened, and needs no such thing. */
  private syncFolder(): void {
    if (process.platform === 'win32') return
    const folder = openSync(this.folder, 'r')
    fsyncSync(folder)
    closeSync(folder)
  }
}
