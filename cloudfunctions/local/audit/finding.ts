import type { SealFault } from '#kernel/record/audit-seal'
import type { AuditLeaf } from '#store/record/checkpoints'

/** What may be wrong with the audit log. */
export type Fault =
  /** An entry was changed. */
  | 'changed'
  /** An entry was removed; `with-leaf`: and its place in the chain with it. */
  | 'deleted'
  | 'deleted-with-leaf'
  /** An entry was slipped in: none of our processes sealed it. */
  | 'inserted'
  /** An entry's seal does not fit it; or is under a key that is not here. */
  | 'forged'
  | 'seal-key'
  /** A writer's number is missing between others; or at the end of what a checkpoint says it had written. */
  | 'number-missing'
  | 'tail-missing'
  | 'order'
  /** The entry is as it was, its leaf is not. */
  | 'leaf-changed'
  | 'leaf-deleted'
  | 'leaf-inserted'
  /** Entry and leaf were changed together, so that they still fit each other. */
  | 'rewritten'
  | 'checkpoint-changed'
  | 'checkpoint-signature'
  | 'checkpoint-key'
  | 'checkpoint-deleted'
  /** A checkpoint kept elsewhere says otherwise. */
  | 'witness-forged'
  | 'witness-differs'
  | 'rolled-back'

/** The first thing that is wrong. */
export interface Finding {
  fault: Fault
  /** The entry's number in the log, from 1; of an entry slipped in, the number it would have. */
  seq: number
  /** Where it cannot be told apart: the fault lies between `seq` and here. */
  upToSeq?: number
  entryId?: string
  at?: string
  /** The process whose number is missing. */
  writer?: string
  number?: number
}

/** What a seal's fault says of an entry that is chained, or that bears one. */
export const sealFaults: Record<SealFault, Fault> = { unsealed: 'inserted', mac: 'forged', key: 'seal-key' }

export const ofLeaf = (fault: Fault, { _id, entryId, at }: AuditLeaf): Finding => ({ fault, seq: Number(_id), entryId, at })

const words: Record<Fault, string> = {
  changed: '这条审计记录被改过，和存证对不上。',
  deleted: '这条审计记录被删掉了，存证还在。',
  'deleted-with-leaf': '这条审计记录连同它的存证被删掉了。',
  inserted: '这条审计记录是别人插进来的：不是小康码的程序写的，上面没有程序的封印。',
  forged: '这条审计记录的封印不对：写好以后被改过，或者是冒名写的。',
  'seal-key': '这条审计记录的封印，用的密钥不在 ROOT_KEYS 里，没有办法核对。请把旧密钥补上再查。',
  'number-missing': '有审计记录写好以后被删掉了：写它的程序给每一条编了号，缺了一号。',
  'tail-missing': '最后写的审计记录被删掉了：存证里说写它的程序写到了更后面的号。',
  order: '次序被动过：这一条的存证换了位置。',
  'leaf-changed': '这一条的存证被改过；审计记录本身没有动。',
  'leaf-deleted': '这一条的存证被删掉了；审计记录还在。',
  'leaf-inserted': '存证里多出一条，是后来插进来的。',
  rewritten: '审计记录和它的存证一起被改写过，和签过名的根对不上。',
  'checkpoint-changed': '存到这一条的存证被改过（大小、时间或根，和签过名的不一样）。',
  'checkpoint-signature': '存到这一条的存证签名不对。',
  'checkpoint-key': '存到这一条的存证，签名用的密钥不在 ROOT_KEYS 里，没有办法核对。请把旧密钥补上再查。',
  'checkpoint-deleted': '存到这一条之前的存证被删掉了。',
  'witness-forged': '存在别处的这份存证签名不对，或者不是本县的。',
  'witness-differs': '和存在别处的存证不一致：存证以后被换过。',
  'rolled-back': '存在别处的存证记着更多：从这一条起，后面的记录被整段删掉了，或者数据库被退回到以前。',
}

/** A finding in Chinese: which entry, when, what is wrong. */
export function sayFinding({ fault, seq, upToSeq, entryId, at, writer, number }: Finding): string {
  const where = upToSeq === undefined || upToSeq === seq ? `第 ${seq} 条` : `第 ${seq} 条到第 ${upToSeq} 条之间`
  const time = at && new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })
  return [
    `${where}有问题：${words[fault]}`,
    entryId && `编号 ${entryId}`,
    writer && `写它的程序 ${writer}，缺第 ${number} 号`,
    time && `时间 ${time}`,
  ]
    .filter(Boolean)
    .join('\n  ')
}
