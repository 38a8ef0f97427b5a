import tcb from '@cloudbase/node-sdk'
import { yuan } from '#domain/money/money'
import { now } from '#kernel/call/clock'
import type { Db } from '#store/db/collection'
import { command, readArguments } from './with/arguments'
import { startCloud } from '../host/cloud'
import { countFigures } from './with/figures'

void command(async () => {
  const { values } = readArguments({ json: { type: 'boolean' } })
  const cloud = await startCloud(values)
  try {
    await cloud.operate('office', 'prepare', {})
    const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true }).database() as unknown as Db
    const figures = await countFigures(db, cloud.county, now().today)
    if (values.json === true) return console.log(JSON.stringify(figures))
    const {
      towns,
      villages,
      communities,
      residentsCommittees,
      people,
      households,
      codes,
      exits,
      pairedHouseholds,
      pooledHouseholds,
      dueFen,
      creditedFen,
      quarantined,
      warned,
      scans,
      reports,
      suggestions,
      fundCases,
    } = figures
    console.log(
      [
        `${cloud.county.name}：${towns} 个乡镇，${villages} 个村，${communities} 个社区，${residentsCommittees} 个居民区`,
        `在册 ${people} 人、${households} 户，有效的码 ${codes} 个，核销退出 ${exits} 人`,
        `结对 ${pairedHouseholds} 户，抱团增收 ${pooledHouseholds} 户`,
        `本月应发 ${yuan(dueFen)} 元，已到账 ${yuan(creditedFen)} 元`,
        `扫海报 ${scans} 次，举报 ${reports} 件，意见 ${suggestions} 条，办结的资金问题 ${fundCases} 件`,
        `退回的行 ${quarantined} 行，提醒 ${warned} 处`,
      ].join('\n'),
    )
  } finally {
    await cloud.close()
  }
})
