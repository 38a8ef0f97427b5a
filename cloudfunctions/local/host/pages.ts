import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { lookup } from 'mrmime'
import { decodedPath } from './request-target'

interface Page {
  type: string
  etag: string
  forever: boolean
  plain: Buffer
  br?: Buffer
  gzip?: Buffer
}

/** The built H5 client, in memory: a new build beside a running server changes nothing under it. */
export type Pages = (request: IncomingMessage, response: ServerResponse, path: string) => boolean

const packed = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const
/** Names that carry the fingerprint of what is in them: they never change. */
const fingerprinted = /\.[0-9a-f]{8,}\.[a-z0-9]+$/

/**
 * Serves a folder of pages with what was compressed beside them (`x.js.br`, `x.js.gz`). A path without an ending is a page of
 * the client (`/c/<token>`) and gets `index.html`. False when there is no such file.
 */
export function pagesOf(root: string): Pages {
  const pages = new Map(
    filesIn(root)
      .filter((file) => !packed.some(([, ending]) => file.endsWith(ending)))
      .map((file) => [`/${file}`, read(root, file)]),
  )
  const index = pages.get('/index.html')
  return (request, response, path) => {
    const page = pages.get(decodedPath(path)) ?? (/\.[^/]*$/.test(path) ? undefined : index)
    if (page) send(request, response, page)
    return page !== undefined
  }
}

/** The inline scripts of the client's page, as a content security policy names them. */
export const inlineScripts = (root: string): string[] => scriptHashes(readFileSync(join(root, 'index.html'), 'utf8'))

export const scriptHashes = (html: string): string[] =>
  [...html.matchAll(/<script(?:\s[^>]*)?>([^]*?)<\/script>/g)]
    .filter(([, text]) => text)
    .map(([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`)

const filesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replace(/\\/g, '/'),
    )

function read(root: string, file: string): Page {
  const plain = readFileSync(join(root, file))
  const type = lookup(file) ?? 'application/octet-stream'
  const page: Page = {
    plain,
    type: /^text\/|javascript|json|svg/.test(type) ? `${type};charset=utf-8` : type,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`,
    forever: fingerprinted.test(file),
  }
  for (const [encoding, ending] of packed) {
    try {
      page[encoding] = readFileSync(join(root, file + ending))
    } catch {
      // Not compressed: too small, or a picture.
    }
  }
  return page
}

function send(request: IncomingMessage, response: ServerResponse, page: Page): void {
  const { type, etag, forever, plain } = page
  response.setHeader('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
  response.setHeader('vary', 'accept-encoding')
  response.setHeader('etag', etag)
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end()
  const encoding = packed.map(([name]) => name).find((name) => page[name] && accepts(request, name))
  const body = encoding ? page[encoding]! : plain
  response
    .writeHead(200, { 'content-type': type, 'content-length': body.length, ...(encoding && { 'content-encoding': encoding }) })
    .end(body)
}

const accepts = (request: IncomingMessage, encoding: string): boolean =>
  String(request.headers['accept-encoding'] ?? '')
    .split(',')
    .some((entry) => new RegExp(`^\\s*${encoding}\\s*(;\\s*q=(?!0(\\.0*)?\\s*$).*)?$`, 'i').test(entry))
