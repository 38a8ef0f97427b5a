import type { ReportKey } from '#domain/county/report-rules'
import type { PublicKey } from '#domain/sealing/sm2-keys'
import { county } from '../../../../services/built-in/county'
import { pinnedAt } from '../../../../services/sealing/report-keys'
import type { StateKind } from '../../../../ui/desk/state'

/** In groups of four, to be read out. */
export const grouped = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ')

/** What the county pack takes of a key. */
export const publicLine = ({ id, name, publicKey }: ReportKey): string => JSON.stringify({ id, name, publicKey })

/** What an open key is good for at this office. */
export function worthOf(key: PublicKey, officeId: string): { kind: StateKind; words: string } {
  const pinned = pinnedAt(key)
  if (!pinned) return { kind: 'needs-you', words: '程序里没有这一把：新举报不封给它，也不能用它答复；只打得开以前封给它的' }
  if (pinned.office.id !== officeId) return { kind: 'needs-you', words: `这是${pinned.office.name}的，不是本单位的` }
  return { kind: 'done', words: '本单位的现用钥匙' }
}

const officeOf = (id: string) => county.reports.offices.find(({ keys }) => keys.some((key) => key.id === id))

/** Which office wrote an answer, by the key that signed it; a report may have come from another one. */
export const writerOf = (by: string | undefined): string => (by === undefined ? undefined : officeOf(by)?.name) ?? '受理单位'

/** A recipient's key as people know it: by office and name, or by its number where the programme has it no longer. */
export function keyNamed(id: string): string {
  const office = officeOf(id)
  const key = office?.keys.find((one) => one.id === id)
  return key && office ? `${office.name}“${key.name}”` : `编号 ${grouped(id)}（已经换下的）`
}
