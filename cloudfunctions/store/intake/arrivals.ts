import { collection, index } from '../db/collection'
import { sealed } from '../db/keyed'

/** A part of a file that an officer is sending, sealed; it goes when the whole is there. `_id` is `<upload>/<number from 0>`. */
export interface UploadPart {
  _id: string
  upload: string
  staffId: string
  at: string
  /** Base64 of the sealed bytes. */
  sealed: string
}
export const uploadParts = collection<UploadPart>('upload_parts', [index('upload'), index('at')])

/** A file that has come and is not taken in yet; its original lies in storage, sealed. `_id` is its sha256. */
export interface Arrival {
  _id: string
  fileName: string
  fileID: string
  at: string
  /** The agencies whose officers sent it. */
  senders: string[]
  /** Whose file it is, as the look at it found; null where it names nobody. */
  agencyId?: string | null
}
export const arrivals = collection<Arrival>('arrivals', [index('at')])

/** What was understood of a file and would come of it: `Look`, packed. `_id` is its sha256. */
export interface KeptLook {
  _id: string
  at: string
  sealed: string
}
export const looks = collection<KeptLook>('import_looks', [index('at')], { sealed: sealed() })

/** The job that looks at a file. */
export const lookId = (sha256: string): string => `look/${sha256}`
