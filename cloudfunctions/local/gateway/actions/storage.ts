import { badParam, GatewayError } from '../door/errors'
import type { Storage } from '../disk/storage'
import type { Body } from './body'
import type { Action } from './context'

/** `app.uploadFile` asks where to put the bytes. The signature lies in the link, so the headers repeat nothing secret. */
export const getUploadMetadata: Action = (body, on) => {
  const path = checkPath(body.path)
  const url = on.storage.link('put', path)
  const fileId = on.storage.fileId(path)
  return { data: { url, token: 'local', authorization: 'local', fileId, cosFileId: 'local' } }
}

/** `app.getTempFileURL` and `app.downloadFile`. */
export const batchGetDownloadUrl: Action = async (body, on) => ({
  data: {
    download_list: await Promise.all(
      listOf(body, 'file_list').map(async (file) => {
        const { fileid, max_age: maxAge } = file as { fileid?: unknown; max_age?: unknown }
        return perFile(fileid, on.storage, (path) => ({
          tempFileURL: on.storage.link('get', path, typeof maxAge === 'number' ? maxAge : undefined),
          maxAge,
        }))
      }),
    ),
  },
})

export const batchDeleteFile: Action = async (body, on) => ({
  data: {
    delete_list: await Promise.all(
      listOf(body, 'fileid_list').map((fileId) =>
        perFile(fileId, on.storage, async (path) => {
          await on.storage.remove(path)
          return {}
        }),
      ),
    ),
  },
})

export const batchCopyFile: Action = async (body, on) => ({
  data: {
    copy_list: await Promise.all(
      listOf(body, 'file_list').map(async (file) => {
        const { src_path: from, dst_path: to, overwrite, remove_original: move } = file as Body
        return perFile(on.storage.fileId(checkPath(from)), on.storage, async (path) => {
          await on.storage.copy(path, checkPath(to), overwrite !== false)
          if (move === true) await on.storage.remove(path)
          return { fileId: on.storage.fileId(checkPath(to)) }
        })
      }),
    ),
  },
})

/** Each file has an answer of its own: one that is missing does not spoil the others. */
async function perFile(fileID: unknown, storage: Storage, work: (path: string) => object | Promise<object>): Promise<object> {
  try {
    const path = storage.pathOf(fileID)
    if (!(await storage.exists(path))) return { fileID, code: 'STORAGE_FILE_NONEXIST', message: 'storage file not exists', tempFileURL: '' }
    return { fileID, code: 'SUCCESS', ...(await work(path)) }
  } catch (error) {
    if (error instanceof GatewayError) return { fileID, code: error.code, message: error.message, tempFileURL: '' }
    throw error
  }
}

function listOf(body: Body, name: string): unknown[] {
  const list = body[name]
  if (!Array.isArray(list) || list.length === 0) throw badParam(`${name} must be a nonempty array`)
  return list
}

function checkPath(path: unknown): string {
  if (typeof path !== 'string' || path === '' || path.length > 850 || path.startsWith('/'))
    throw badParam('a cloud path is a nonempty text of at most 850 characters that does not begin with /')
  return path
}
