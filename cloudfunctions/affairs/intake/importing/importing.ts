import type { Day } from '#domain/time/dates'
import type { ImportedBy } from '#store/intake/intake'
import type { Read } from '../keeping/result'

/** A file to be taken in; its original lies in storage, sealed. */
export interface Importing {
  fileName: string
  fileID: string
  /** When it was asked for: a chunk that is done again must write the same. */
  at: string
  today: Day
  /** An earlier try failed when it had begun to write. */
  begun?: true
  /** It is in already, and read once more with what people said since; on that day, with what it came to before. */
  again?: { on: Day; added: number; changed: number }
  /** Which officer asked for it, and whose file it is; nothing from the terminal. */
  by?: ImportedBy
  agencyId?: string
}

/** The file is read; next it is looked at as a whole, then written chunk by chunk, then what follows from the whole is done. */
export interface At {
  phase: 'prepare' | 'write' | 'finish'
  read: Read
  told: object
  spokenOn: Day
  /** Whether it states that day itself. */
  stated?: boolean
  /** Who answers for the file. */
  agencyId: string | null
  chunks: number
  next: number
  added: number
  changed: number
}

export interface Counts {
  added: number
  changed: number
}

export interface Work {
  id: string
  input: Importing
  cursor: At
  /** On a database on which nothing lasts: no journal is kept. */
  rehearsed: boolean
}
