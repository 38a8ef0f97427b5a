import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import type { Db } from '#store/db/collection'
import { command, readArguments } from './with/arguments'
import { startCloud } from '../host/cloud'
import { cardAddress } from './with/cards'
import { settleDemo } from '../demo/county'
import { demoDoor } from '../demo/door'
import { findDemoPeople } from '../demo/sign-ins'
import { settleDemoPublic } from '../demo/public'
import { startHost } from '../host/server'
import { freePort } from '../host/free-port'
import { witnessPlaces } from '../audit/places'
import { startPatrol } from '../host/patrol-timer'
import { startJobs } from '../host/jobs'

/** Ended by a fault of ours, not by a wrong option: whoever started us may start us again. */
const crashed = 70
const crash = (error: unknown): void => {
  console.error(error)
  process.exit(crashed)
}
process.on('uncaughtException', crash).on('unhandledRejection', crash)

void command(async () => {
  const { values } = readArguments({
    port: { type: 'string', default: '8328' },
    host: { type: 'string', default: '127.0.0.1' },
    fresh: { type: 'boolean' },
    'no-demo': { type: 'boolean' },
  })
  const host = String(values.host)
  const port = await freePort(String(values.port), host)
  const cloud = await startCloud({ ...values, alone: true, fresh: values.fresh === true })
  const atEnd: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const close of atEnd) await close()
    await cloud.close()
    process.exit(0)
  }
  process.on('SIGINT', () => void stop()).on('SIGTERM', () => void stop())
  await cloud.operate('office', 'prepare', {})
  const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true }).database() as unknown as Db
  const demo = values['no-demo'] !== true && (await settleDemo(cloud, db))
  // Whoever can reach the page can be the demo's farmer: only this machine may.
  const people = demo && loopback.has(host) ? await findDemoPeople(db, cloud.county, cloud.keys) : undefined
  if (people) await settleDemoPublic(cloud, db, people.accounts)
  const webRoot = resolve(__dirname, '../h5')
  await waitForPages(webRoot)
  const { patrol: _patrol, ...open } = cloud.functions
  const { url } = await startHost({ port, host, functions: open, webRoot, ...(people && { sideDoor: demoDoor(db, cloud, people) }) })
  const places = witnessPlaces(cloud.data, cloud.county, cloud.keys)
  atEnd.push(startPatrol(cloud, db, places).close, startJobs().close)
  const lines = [
    `小康码 · ${cloud.county.name} 已经开好：`,
    ``,
    `  首页           ${url}/`,
    ...(people
      ? [
          `  演示登录       ${url}/demo   （农户、网格员、帮扶干部、部门的人，点一下就进）`,
          `  办公页面       ${url}/office`,
          `  一张农户的卡   ${cardAddress(url, people.token)}   （${people.village} ${people.household.headName}）`,
          `  别村的一张卡   ${cardAddress(url, people.foreign)}   （不登录、不归他管，都只看到公开页）`,
          `  一张海报       ${url}/p/${people.household.villageCode}   （政策、意见、公示，不用登录）`,
          `  不留名举报     ${url}/r/   （回执号和办理的钥匙在演示登录那一页）`,
          `  打印卡片海报   npm run codes -- --village ${people.household.villageCode} --base ${url}${dataOption(values.data)}`,
        ]
      : [`  导入数据       npm run import -- 部门文件所在的文件夹${dataOption(values.data)}`]),
    `  数据在         ${cloud.data.path}   （重新开始：npm start -- --fresh${dataOption(values.data)}）`,
    `  存证另存一份   ${places.elsewhere.join('、')}`,
    ``,
    `按 Ctrl+C 停下。`,
  ]
  console.log(lines.join('\n'))
})

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

const dataOption = (data: string): string => (data === '.local' ? '' : ` --data ${data}`)

/** The client is built beside us on a first start; its page is the last thing to appear. */
async function waitForPages(webRoot: string): Promise<void> {
  for (let waited = 0; !existsSync(join(webRoot, 'index.html')); waited++) {
    if (waited === 0) console.error('还在生成网页……')
    if (waited > 600) throw new Error('网页没有生成出来。请运行 npm run build:h5 看看原因。')
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
