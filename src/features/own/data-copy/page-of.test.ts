import { pageOf } from './page-of'

const copy = {
  madeAt: '2026-10-20T02:00:00.000Z',
  sections: [
    { id: 'person', title: '我', source: '县民政局', rows: [{ label: '姓名', value: '<b onclick="x">陈&阿公' }] },
    { id: 'money', title: '钱', source: '县财政局', rows: [] },
  ],
}

test('the copy as a page says everything, and nothing in it can become markup or run', () => {
  const page = new DOMParser().parseFromString(pageOf(copy as never), 'text/html')
  expect([...page.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual(['我', '钱'])
  expect(page.querySelector('td')?.textContent).toBe('<b onclick="x">陈&阿公')
  expect(page.body.textContent).toContain('来自县民政局')
  expect(page.body.textContent).toContain('还没有记录')
  expect(page.querySelectorAll('b, script, link, img')).toHaveLength(0)
})
