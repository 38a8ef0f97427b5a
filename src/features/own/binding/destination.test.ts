import type { Me } from '#contract/identity/actions'
import type { CodeToken } from '#domain/access/code-token'
import { destinationOf } from './destination'

const token = '1ABCDEFGHJKMNPQRSTVWXYZ23' as CodeToken
const nobody: Me = { signedIn: false, farmer: false, relatives: [] }
const farmer: Me = { signedIn: true, farmer: true, title: '陈**（农户）', relatives: [] }
const child: Me['relatives'][number] = { proxyId: 'p1', head: '陈阿公', relation: '母亲', parts: ['money'], until: '2030-01-01' }
const file = `/pages/code/index?token=${token}`

test('nobody yet goes nowhere; once bound the file of the card opens', () => {
  expect(destinationOf(token, undefined, nobody, true)).toBeUndefined()
  expect(destinationOf(token, undefined, farmer, false)).toBe(file)
  expect(destinationOf(token, nobody, farmer, false)).toBe(file)
})

test('a guardian sees the child’s file, whether or not they are a farmer themselves', () => {
  expect(destinationOf(token, nobody, { ...nobody, signedIn: true, relatives: [child] }, false)).toBe('/household/mine/index?proxyId=p1')
  expect(destinationOf(token, farmer, { ...farmer, relatives: [child] }, false)).toBe('/household/mine/index?proxyId=p1')
})

test('who was bound to another card before is moved by a new name, or by pressing', () => {
  expect(destinationOf(token, farmer, farmer, false)).toBeUndefined()
  expect(destinationOf(token, farmer, { ...farmer, title: '李**（农户）' }, false)).toBe(file)
  expect(destinationOf(token, farmer, farmer, true)).toBe(file)
})
