import tcb from '@cloudbase/node-sdk'
import { differencesToStored, allEvents } from '#affairs/register/on-day'
import { categoryName } from '#domain/county/categories'
import { countDay } from '#domain/register/count-day'
import { isCalendarDay } from '#domain/time/dates'
import { now } from '#kernel/call/clock'
import type { Db } from '#store/db/collection'
import { startCloud } from '../host/cloud'
import { command, readArguments } from './with/arguments'

/** A day's register from its events, and whether today's, rebuilt, is the one that is stored. */
void command(async () => {
  const { values } = readArguments({ on: { type: 'string' }, json: { type: 'boolean' } })
  const day = typeof values.on === 'string' ? values.on : now().today
  if (!isCalendarDay(day)) throw new Error('--on 后面写哪一天，例如 2026-09-30')
  const cloud = await startCloud(values)
  try {
    await cloud.operate('office', 'prepare', {})
    const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true }).database() as unknown as Db
    const happened = await allEvents(db)
    const { total, towns, categories, households } = countDay(happened, day, (code) => code.slice(0, 9))
    const different = await differencesToStored({ db, keys: cloud.keys }, happened)
    const isStored = different.persons.length + different.households.length === 0
    if (!isStored) process.exitCode = 1
    const named = [...towns].map(([code, count]) => ({
      code,
      name: cloud.county.towns.find((town) => town.code === code)?.name ?? '乡镇不详',
      ...count,
    }))
    const byCategory = [...categories].map(([id, count]) => ({ id, name: categoryName(cloud.county, id), ...count }))
    if (values.json === true)
      return console.log(
        JSON.stringify({ day, ...total, households, towns: named, categories: byCategory, events: happened.length, isStored, different }),
      )
    console.log(
      [
        `${day} 在册 ${total.onRegister} 人、${households} 户`,
        `认定 ${total.recognised} + 恢复 ${total.restored} − 退出 ${total.exited} − 去世 ${total.died} = ${total.onRegister}`,
        ...byCategory.map(({ name, people, households: homes }) => `  ${name}：${people} 人、${homes} 户`),
        ...named
          .sort((a, b) => a.code.localeCompare(b.code))
          .map(
            ({ name, onRegister, households: homes, exited, died }) =>
              `  ${name}：${onRegister} 人、${homes} 户，退出 ${exited}，去世 ${died}`,
          ),
        isStored
          ? `✓ 从 ${happened.length} 条变动重排出来的今天的名册，和存着的一样。`
          : `✗ 和存着的名册不一样：${different.persons.length} 人、${different.households.length} 户。加 --json 看是哪些。`,
      ].join('\n'),
    )
  } finally {
    await cloud.close()
  }
})
