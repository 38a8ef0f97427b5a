/** People's names as departments write them. */

const middleDots = /[•‧∙⋅・･．.]/g

/** 阿依・古丽 and 阿依·古丽 are one name: one middle dot (U+00B7), no spaces. */
export const normaliseName = (name: string): string => name.replace(/[\s\u00a0\u3000]/g, '').replace(middleDots, '·')

/** 陈阿公 → 陈**, 阿依·古丽 → 阿****. Counts characters, also those beyond the BMP. */
export function maskName(name: string): string {
  const characters = [...name]
  return characters.length === 0 ? '' : characters[0] + '*'.repeat(Math.max(1, characters.length - 1))
}
