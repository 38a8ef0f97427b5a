import { groupInvitationCode } from '#domain/invitation-code'
import { command, readArguments } from '../arguments'
import { startCloud } from '../cloud'

void command(async () => {
  const { values } = readArguments({ token: { type: 'string' }, role: { type: 'string' }, name: { type: 'string' }, agency: { type: 'string' }, areas: { type: 'string' }, worker: { type: 'string' }, guardian: { type: 'string' }, relation: { type: 'string' } })
  const cloud = await startCloud(values)
  try {
    const { code, until } = await cloud.operate<{ code: string; until: string }>('office', 'invite', values.token ? { token: values.token, ...(values.guardian && { guardian: { name: values.guardian, relation: values.relation ?? '监护人' } }) } : {
      role: values.role,
      name: values.name ?? '',
      agency: values.agency ?? '',
      areas: String(values.areas ?? '').split(',').filter(Boolean),
      ...(values.worker && { workerId: values.worker }),
    })
    console.log(`登录码（当面交给本人，只能用一次，${new Date(until).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })} 前有效）：\n\n    ${groupInvitationCode(code)}\n`)
  } finally {
    await cloud.close()
  }
})
