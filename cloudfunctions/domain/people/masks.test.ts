import { maskCard, maskIdNumber, maskPhone } from './masks'

test('a mask shows no digit by which somebody proves who they are', () => {
  expect(maskIdNumber('330399194606150517')).toBe('330399************')
  expect(maskIdNumber('33039919511231011X')).toBe('330399************')
  expect(maskPhone('16012345678')).toBe('160********')
  expect(maskCard('6217000000000001234')).toBe('**** 1234')
})
