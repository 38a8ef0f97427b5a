import { createHash } from 'node:crypto'
import tcb from '@cloudbase/node-sdk'
import type { Look } from '#contract/intake/look'
import { sealFile } from '#kernel/seal/seal-file'
import { startCloud, type Cloud } from '../harness/cloud'
import { numberOf, workbook } from './made'

// What a department's list would change is said of each person, in words, before it is taken in.

let cloud: Cloud
beforeAll(async () => void (cloud = await startCloud()))
afterAll(() => cloud.close())

async function wordsOf(fileName: string, content: Buffer): Promise<string[]> {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const { fileID } = await tcb
    .init({ env: tcb.SYMBOL_CURRENT_ENV })
    .uploadFile({ cloudPath: `originals/${sha256}`, fileContent: sealFile(cloud.keys, content) })
  let told = await cloud.operate<{ look?: Look; state: string }>('look', { fileName, fileID }, 'intake')
  while (!told.look && told.state === 'waiting') {
    await cloud.operate('work', {}, 'intake')
    told = await cloud.operate('look', { fileName, fileID }, 'intake')
  }
  return told.look!.effects!.list.map(({ words }) => words)
}

test.each([
  [
    '农业农村局_2026年耕地地力保护补贴清册.xlsx',
    [['2026年耕地地力保护补贴清册'], ['姓名', '身份证号', '补贴面积', '补贴金额'], ['赵甲', numberOf(1), 2, 230.5]],
    /2026年耕地地力保护补贴 230\.50 元/,
  ],
  [
    '医保局_大额自付人员名单_2026年1-9月.xlsx',
    [['2026年1-9月大额自付人员名单'], ['姓名', '身份证号', '总费用', '个人自付'], ['赵甲', numberOf(2), 50000, 31000]],
    /2026年1月至2026年9月看病自付 31,?000 元/,
  ],
  [
    '公安局_死亡注销名单_202610.xlsx',
    [['2026年10月死亡注销名单'], ['姓名', '身份证号', '业务类型', '死亡日期'], ['赵甲', numberOf(3), '死亡注销', '2026-10-03']],
    /名单说2026年10月3日死亡注销，名册不会自己动，农户看不到/,
  ],
] as const)('%s', async (name, rows, said) => {
  const words = await wordsOf(name, workbook(rows as never))
  expect(words).toEqual([expect.stringMatching(said)])
})
