import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { describeError } from './errors'
import type { Storage } from '../disk/storage'

/** The bytes of files, under links that `storage` signed. */
export async function serveFile(request: IncomingMessage, response: ServerResponse, storage: Storage): Promise<void> {
  if (request.method === 'PUT') return upload(request, response, storage)
  if (request.method === 'GET' || request.method === 'HEAD') return download(request, response, storage)
  response.writeHead(405).end()
}

/** An empty body says that all went well; anything else is the XML that the SDK expects of an object store. */
async function upload(request: IncomingMessage, response: ServerResponse, storage: Storage): Promise<void> {
  const path = storage.open('put', request.url ?? '')
  if (path === undefined) {
    request.resume()
    return refuse(response, 'SignatureDoesNotMatch', 'the upload link is not valid, or no longer')
  }
  try {
    await storage.write(path, request)
    response.writeHead(200).end()
  } catch (error) {
    refuse(response, 'UploadFailed', describeError(error).message)
  }
}

function refuse(response: ServerResponse, code: string, message: string): void {
  const text = message.replace(/[<>&]/g, ' ')
  response.writeHead(200, { 'content-type': 'application/xml' })
  response.end(
    `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${text}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`,
  )
}

async function download(request: IncomingMessage, response: ServerResponse, storage: Storage): Promise<void> {
  const path = storage.open('get', request.url ?? '')
  if (path === undefined) return void response.writeHead(403).end()
  const file = await storage.read(path)
  if (!file) return void response.writeHead(404).end()
  // A stored page must never run as one of ours.
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': file.size,
    'x-content-type-options': 'nosniff',
    'content-disposition': 'attachment',
  })
  if (request.method === 'HEAD') {
    file.stream.destroy()
    response.end()
  } else await pipeline(file.stream, response)
}
