import { ground, sdk, type Ground } from './ground'
import { readSettings, type Settings } from './settings'

/** What a function stands on that may know who asks. Parsed once per process; a failure names everything that is missing. */
export interface Environment extends Ground, Settings {
  files: Files
}

/** Storage, as the intake uses it. */
interface Files {
  download(fileID: string): Promise<Buffer>
  /** Gives the file's id. */
  upload(path: string, content: Buffer): Promise<string>
  remove(fileID: string): Promise<void>
}

let parsed: Settings | undefined

/** The process's environment: its variables (kernel/call/settings), storage, and what everything stands on (kernel/call/ground). */
export const environment = (): Environment => ({ ...(parsed ??= readSettings(process.env)), files, ...ground() })

const files: Files = {
  download: async (fileID) => {
    const content = (await sdk().downloadFile({ fileID })).fileContent as Buffer
    return Buffer.isBuffer(content) ? content : Buffer.from(content)
  },
  upload: async (cloudPath, fileContent) => (await sdk().uploadFile({ cloudPath, fileContent })).fileID,
  remove: async (fileID) => void (await sdk().deleteFile({ fileList: [fileID] })),
}
