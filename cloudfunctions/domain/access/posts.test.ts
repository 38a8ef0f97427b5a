import { dataOfficePosts, sayPosts, unitName } from './posts'

const county = {
  agencies: [
    { id: 'civil-affairs', name: '县民政局', aliases: [] },
    { id: 'data-office', name: '县数据管理中心', aliases: [] },
  ],
  duties: { discipline: 'discipline', data: 'data-office', finance: 'finance' },
}

test('who does something is said by unit and post', () => {
  expect(sayPosts(unitName(county, 'civil-affairs'), ['head'])).toBe('县民政局的一把手')
  expect(sayPosts('县民政局', ['head', 'data-officer'])).toBe('县民政局的一把手或管理专员')
  expect(sayPosts('县民政局', ['head', 'data-officer', 'officer'])).toBe('县民政局的一把手、管理专员或工作人员')
  expect(dataOfficePosts(county)).toBe('县数据管理中心的一把手或管理专员')
})

test('a unit that the pack does not know goes by its id', () => expect(unitName(county, 'nowhere')).toBe('nowhere'))
