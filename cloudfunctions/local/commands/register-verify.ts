import { readFileSync } from 'node:fs'
import tcb from '@cloudbase/node-sdk'
import { checkStoredBalance } from '#affairs/register/check-balance'
import { checkBalance, type Balance, type BalanceFault, type Published } from '#kernel/record/balance'
import type { Db } from '#store/db/collection'
import { startCloud } from '../host/cloud'
import { command, readArguments } from './with/arguments'

/**
 * Checks the register's balance. With `--proof FILE` (`{key, note, lines}` as `bulletin.balance` gives them, all pages together): by that
 * alone, without the database or any key; `--checkpoint FILE`: a note kept from earlier. Without it: the county's own log against its
 * events.
 */
void command(async () => {
  const { values } = readArguments({ proof: { type: 'string' }, checkpoint: { type: 'string' }, json: { type: 'boolean' } })
  const kept = typeof values.checkpoint === 'string' ? [readFileSync(values.checkpoint, 'utf8')] : []
  const say = (report: object, words: string[], isRight: boolean) => {
    if (!isRight) process.exitCode = 1
    console.log(values.json === true ? JSON.stringify({ ok: isRight, ...report }) : words.join('\n'))
  }
  if (typeof values.proof === 'string') {
    const balance = checkBalance(JSON.parse(readFileSync(values.proof, 'utf8')) as Published, kept)
    return say(balance, [sayBalance(balance)], !('fault' in balance))
  }
  const cloud = await startCloud(values)
  try {
    await cloud.operate('office', 'prepare', {})
    await cloud.operate('patrol', 'balance', {})
    const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true }).database() as unknown as Db
    const checked = await checkStoredBalance({ db, keys: cloud.keys, county: cloud.county }, kept)
    const { balance, otherwise, stored } = checked
    const isRight = balance !== undefined && !('fault' in balance) && otherwise.length === 0 && balance.onRegister === stored
    const words = [
      balance ? sayBalance(balance) : '名册上还没有人，没有要核对的。',
      ...otherwise.map(({ eventId, line }) => `✗ 第 ${line} 行和变动 ${eventId} 不一样。`),
      ...(balance && !('fault' in balance) && balance.onRegister !== stored ? [`✗ 存着的名册上是 ${stored} 人，对不上。`] : []),
    ]
    say(checked, words, isRight)
  } finally {
    await cloud.close()
  }
})

const faults: Record<BalanceFault['fault'], string> = {
  signature: '签名不对，或者不是这个县签的',
  size: '行数和签了名的不一样，少了或者多了',
  root: '和签了名的根对不上，有一行被改过',
  earlier: '和以前留下的存证对不上，以前的一行被改过',
  form: '这一行不是县里会写的样子',
  'taken-back': '收回了从来没有写过的一行',
  twice: '同一个人算了两次',
  'never-came': '没有来过的人离开了，或者离开了两次',
}

function sayBalance(balance: Balance | BalanceFault): string {
  if ('fault' in balance) return `✗ ${balance.line ? `第 ${balance.line} 行：` : ''}${faults[balance.fault]}。`
  const { recognised, restored, exited, died } = balance.counts
  return [
    `✓ ${balance.size} 行一行行算过，根 ${balance.root}，和签名一致，没有一个人算两次。`,
    `  认定 ${recognised} + 恢复 ${restored} − 退出 ${exited} − 去世 ${died} = 在册 ${balance.onRegister} 人`,
  ].join('\n')
}
