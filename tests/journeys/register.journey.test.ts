import { impossibleId } from '../harness/people'
import { browserTest } from './browser'
import { company, shows } from './company'

const { start, comes } = company()

/** The village that the demo's story is told in. */
async function village(): Promise<string> {
  const text = await (await fetch(`${start().url}/demo`)).text()
  return /href="\/p\/(\d{12})"/.exec(text)![1]!
}

browserTest(
  'somebody in need applies on the phone, is taken up, is visited, is shown in the village; a neighbour says otherwise',
  async () => {
    const [needy, town, worker, neighbour] = [await comes('phone'), await comes('desktop'), await comes('phone'), await comes('phone')]
    const place = await village()
    await needy.go(`/#/bulletin/apply/index?place=${place}`)
    await needy.sees('住在：')
    await needy.on('apply-hardship-illness').waitFor()
    await needy.on('apply-name').locator('input').fill('程阿婆')
    await needy.on('apply-id').locator('input').fill(impossibleId())
    await needy.on('apply-phone').locator('input').fill('16000000001')
    await needy.on('apply-hardship-illness').click()
    await shows(needy, 'apply')
    await needy.on('send-application').click()
    await needy.sees('送到了，这是回执号')
    await shows(needy, 'apply-receipt')
    await needy.on('see-application').click()
    await needy.sees(/有人受理/)

    await town.signInAs('town-officer')
    await town.go('/#/office/desk/index?at=cases')
    await town.page.locator('[id^="case-open-applied-"]').first().click()
    await town.on('case-do-take').click()
    await town.on('case-words').fill('请网格员看房子和药费单')
    await town.on('case-take').click()
    await town.on('case-done').waitFor()

    await worker.signInAs('grid-worker')
    await worker.on('see-checks').click()
    await worker.page.locator('.taro_page:visible [id^="check-applied-"]').first().waitFor()
    await shows(worker, 'checks')
    await worker.page.locator('.taro_page:visible [id^="check-applied-"]').first().click()
    await worker.sees('镇里说：请网格员看房子和药费单')
    await worker.on('check-met').locator('input').fill('本人')
    await worker.on('check-consent-yes').click()
    await worker.on('check-transferFen').locator('input').fill('1200')
    await worker.on('check-seen').locator('textarea').fill('药费单看过，房子漏雨')
    await worker.on('check-opinion-fits').click()
    await shows(worker, 'check')
    await worker.on('send-check').click()
    await worker.sees('记下来了')

    await town.page.reload()
    await town.go('/#/office/desk/index?at=cases')
    await town.page.locator('[id^="case-open-applied-"]').first().click()
    await town.on('case-do-post').click()
    await town.on('case-category').selectOption('minimum-living')
    await town.on('case-words').fill('符合低保条件，建议列入')
    await town.on('case-post').click()
    await town.on('case-done').waitFor()

    await neighbour.go(`/#/bulletin/place/index?place=${place}`)
    await neighbour.sees('程**：打算列为低保户')
    expect(await neighbour.text()).not.toContain('程阿婆')
    await shows(neighbour, 'notice-shown')
    await neighbour.page.locator('.taro_page:visible [id^="object-"]').first().click()
    await neighbour.sees('对公示有不同意见')
    await neighbour.on('suggest-words').locator('textarea').fill('她儿子在县城有房子')
    await neighbour.on('send-suggestion').click()
    await neighbour.sees('送到了，这是回执号')
  },
  180_000,
)
