import { fireEvent, render, screen } from '@testing-library/react'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import type * as Scanning from '../../../services/scan/scan'
import { scan } from '../../../services/scan/scan'
import { ScanPanel } from './scan-panel'
import type * as Which from './which-code.h5'

jest.mock(
  '../../../services/scan/scan',
  () => ({ hasScanner: false, scan: jest.fn() }) satisfies Partial<Record<keyof typeof Scanning, unknown>>,
)
jest.mock('./which-code', () => jest.requireActual<typeof Which>('./which-code.h5'))

const poster = 'https://xiaokang.example/p/330328104202'
const card = 'https://xiaokang.example/c/1ABCDEFGHJKMNPQRSTVWXYZ01'
const press = (id: string) => fireEvent.click(document.getElementById(id)!)

test('two of our codes in one photo: it asks which, by the numbers under them, and opens that one', async () => {
  newPhone()
  ;(scan as jest.MockedFunction<typeof scan>).mockResolvedValueOnce({ kind: 'several', texts: [poster, card] })
  render(<ScanPanel beside={false} />)
  press('scan')
  press('photo-code')
  await screen.findByText(/照片里有 2 个小康码/)
  expect(['which-code-0', 'which-code-1'].map((id) => document.getElementById(id)?.textContent)).toEqual([
    '海报上的码 330328104202',
    '卡片上的码 1ABCD EFGHJ KMNPQ RSTVW XYZ01',
  ])
  expect(phone.visited).toEqual([])
  press('which-code-0')
  expect(phone.visited).toEqual(['/bulletin/place/index?place=330328104202&scanned=1'])
  expect(document.getElementById('which-code')).toBeNull()
})
