import { textsInPhoto } from '../photo/photo'
import { scan } from './scan.h5'

jest.mock('../photo/photo', () => ({ textsInPhoto: jest.fn() }))

const shop = 'https://shop.example/a'
const poster = 'https://xiaokang.example/p/330328104202'
const card = 'https://xiaokang.example/c/1ABCDEFGHJKMNPQRSTVWXYZ01'

function photographed(...texts: string[]) {
  ;(textsInPhoto as jest.MockedFunction<typeof textsInPhoto>).mockResolvedValueOnce(texts)
  const found = scan()
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!
  Object.defineProperty(input, 'files', { value: [new File(['a'], 'a.jpg')] })
  input.dispatchEvent(new Event('change'))
  return found
}

test('of several codes in a photo ours is taken, wherever it stands; of several of ours none is taken for granted', async () => {
  expect(await photographed(shop, poster)).toEqual({ kind: 'scanned', text: poster })
  expect(await photographed(card, shop)).toEqual({ kind: 'scanned', text: card })
  expect(await photographed(poster, `${poster}?a`, shop)).toMatchObject({ kind: 'scanned' })
  expect(await photographed(poster, shop, card)).toEqual({ kind: 'several', texts: [poster, card] })
  expect(await photographed(shop)).toEqual({ kind: 'scanned', text: shop })
  expect(await photographed()).toEqual({ kind: 'unreadable' })
})
