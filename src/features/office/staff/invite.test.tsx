import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { Invite } from './invite'

const agencies = [
  { id: 'a1', name: '南田镇人民政府' },
  { id: 'a2', name: '县农业农村局' },
]
const areas = [
  {
    code: '330328101',
    name: '南田镇',
    villages: [
      { code: '330328101201', name: '高村' },
      { code: '330328101202', name: '下林村' },
    ],
  },
  { code: '330328102', name: '黄坦镇', villages: [{ code: '330328102201', name: '西段村' }] },
]
const at = (id: string) => document.getElementById(id)!
const fill = (id: string, value: string) => fireEvent.change(at(id), { target: { value } })
const press = (id: string) => fireEvent.click(at(id))

beforeEach(() => {
  newPhone((_fn, action) => ({
    requestId: 'r',
    data:
      action === 'findWorkers'
        ? {
            workers: [
              { id: 'w1', name: '林建国', unit: '县农业农村局', role: 'cadre' },
              { id: 'w2', name: '林建国', unit: '南田镇卫生院', role: 'doctor' },
            ],
          }
        : { wish: { deciders: '叶局长（县民政局一把手）' } },
  }))
  render(
    <QueryClientProvider client={queryClient}>
      <Invite agencies={agencies} areas={areas} onClose={() => undefined} />
    </QueryClientProvider>,
  )
})

test('a grid worker is invited with villages of several towns', async () => {
  fill('staff-name', '王小二')
  fill('staff-role', 'grid-worker')
  fill('staff-agency', 'a1')
  press('staff-invite')
  expect(at('staff-invite-trouble').textContent).toContain('请勾网格员管的村')
  fill('staff-areas-town', '330328101')
  press('staff-areas-330328101202')
  fill('staff-areas-town', '330328102')
  press('staff-areas-330328102201')
  expect(screen.getByText('已选 2 个村：南田镇下林村、黄坦镇西段村')).toBeTruthy()
  press('staff-invite')
  await screen.findByText(/等另一个人同意。同意的人会拿到邀请码.*能同意的：叶局长/)
  expect(document.body.textContent).not.toMatch(/[A-Z0-9]{4}-[A-Z0-9]{4}/)
  expect(phone.asked.at(-1)?.input).toEqual({ role: 'grid-worker', name: '王小二', agency: 'a1', areas: ['330328101202', '330328102201'] })
})

test('a cadre is first found on the list, by name and unit; doctors of that name are not offered', async () => {
  fill('staff-name', '林建国')
  fill('staff-role', 'cadre')
  fill('staff-agency', 'a2')
  press('staff-invite')
  expect(at('staff-invite-trouble').textContent).toContain('先在名单里找到')
  press('staff-find')
  await screen.findByText('林建国（县农业农村局）')
  expect(screen.queryByText('林建国（南田镇卫生院）')).toBeNull()
  fill('staff-worker', 'w1')
  press('staff-invite')
  await screen.findByText(/等另一个人同意。同意的人会拿到邀请码.*能同意的：叶局长/)
  expect(document.body.textContent).not.toMatch(/[A-Z0-9]{4}-[A-Z0-9]{4}/)
  expect(phone.asked.at(-1)?.input).toEqual({ role: 'cadre', name: '林建国', agency: 'a2', areas: [], workerId: 'w1' })
})
