import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import { placeOf } from '#domain/place/divisions'
import { posterPlace } from '#functions/bulletin/poster-place'
import { cardsOfVillage } from '#affairs/cards/village'
import { signCode } from '#kernel/access/code-signer'
import type { Db } from '#store/db/collection'
import { command, readArguments } from './with/arguments'
import { cardSheet, handOutList } from './with/cards'
import { poster } from './with/poster'
import { startCloud } from '../host/cloud'

void command(async () => {
  const { values } = readArguments({
    village: { type: 'string' },
    base: { type: 'string' },
    out: { type: 'string', default: 'dist/codes' },
  })
  const cloud = await startCloud(values)
  try {
    const village = String(values.village ?? '')
    const place = placeOf(cloud.county, village)
    if (!place)
      throw new Error(
        `不认得村码 ${village || '（没有写）'}。请写 12 位村码，例如：npm run codes -- --village ${cloud.county.towns[0]!.villages[0]!.code}`,
      )
    await cloud.operate('office', 'prepare', {})
    const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true }).database() as unknown as Db
    const { cards: issued } = await cardsOfVillage(db, village)
    const cards = issued.map(({ code: { _id, villageCode }, person, serial }) => ({
      token: signCode(cloud.keys, _id),
      name: person?.name ?? '',
      villageCode,
      serial,
    }))
    const handed = issued.map(({ person, home, serial }) => ({
      serial,
      name: person?.name ?? '',
      relation: person?.relation ?? '',
      head: home?.headName ?? '',
    }))
    const base = String(values.base ?? `https://${cloud.county.codeHost}`).replace(/\/$/, '')
    const out = resolve(String(values.out))
    mkdirSync(out, { recursive: true })
    const sheets = [
      ...(cards.length > 0
        ? [{ what: `${cards.length} 张卡片`, file: `cards-${village}.html`, html: cardSheet(cloud.county, base, cards) }]
        : []),
      ...(posterPlace(cloud.county, village)
        ? [{ what: '一张海报', file: `poster-${village}.html`, html: poster(cloud.county, base, village) }]
        : []),
    ]
    const lists = cards.length > 0 ? [{ file: `handout-${village}.html`, html: handOutList(cloud.county, village, handed) }] : []
    for (const { file, html } of [...sheets, ...lists]) writeFileSync(join(out, file), html)
    const hint = cards.length > 0 ? '' : '（还没有发过码，先导入这个村的低收入农户名册，才有卡片）'
    console.log(
      [
        `${place.town.name}${place.village.name}：${sheets.map(({ what }) => what).join('和') || '没有可印的'}${hint}，用浏览器打开后打印：`,
        ...sheets.map(({ file }) => `  ${join(out, file)}`),
        ...lists.map(({ file }) => `  ${join(out, file)}（发卡名单，内部使用）`),
      ].join('\n'),
    )
  } finally {
    await cloud.close()
  }
})
