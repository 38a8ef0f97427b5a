import { groupInvitationCode } from '#domain/access/invitation-code'
import tcb from '@cloudbase/node-sdk'
import type { Db } from '#store/db/collection'
import { find } from '#store/db/read'
import { staff } from '#store/access/staff'
import { command, readArguments } from './with/arguments'
import { startCloud } from '../host/cloud'

/** Whoever is let in anew from the terminal (`--again 姓名 --agency 单位`): the data office's own two, and whom no two people can let in. */
async function colleague(name: string, agency: string): Promise<string> {
  const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true }).database() as unknown as Db
  const found = (await find(db, staff, { name: name.trim() })).filter(
    (one) => one.status !== 'removed' && (one.agency === agency || one.agencyId === agency),
  )
  if (found.length !== 1)
    throw new Error(
      `${agency || '（没有写单位）'}有 ${found.length} 个在岗的“${name}”，要正好一个。请写全名和单位全名，例如：npm run invite -- --again 胡主任 --agency 县数据管理中心`,
    )
  return found[0]!._id
}

void command(async () => {
  const { values } = readArguments({
    token: { type: 'string' },
    role: { type: 'string' },
    name: { type: 'string' },
    agency: { type: 'string' },
    areas: { type: 'string' },
    worker: { type: 'string' },
    again: { type: 'string' },
    guardian: { type: 'string' },
    relation: { type: 'string' },
  })
  const cloud = await startCloud(values)
  try {
    const again = values.again === undefined ? undefined : await colleague(String(values.again), String(values.agency ?? ''))
    const { code, until } = await cloud.operate<{ code: string; until: string }>(
      'office',
      'invite',
      again
        ? { staffId: again }
        : values.token
          ? { token: values.token, ...(values.guardian && { guardian: { name: values.guardian, relation: values.relation ?? '监护人' } }) }
          : {
              role: values.role,
              name: values.name ?? '',
              agency: values.agency ?? '',
              areas: String(values.areas ?? '')
                .split(',')
                .filter(Boolean),
              ...(values.worker && { workerId: values.worker }),
            },
    )
    console.log(
      `登录码（当面交给本人，只能用一次，${new Date(until).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })} 前有效）：\n\n    ${groupInvitationCode(code)}\n`,
    )
  } finally {
    await cloud.close()
  }
})
