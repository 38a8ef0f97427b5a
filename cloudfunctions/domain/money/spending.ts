/** What a household cannot help spending, as a check at home asks for it. */
export const spendingPartNames = { medical: '看病自付', schooling: '上学', care: '护理照料', housing: '住房' } as const
export type SpendingPart = keyof typeof spendingPartNames
export const spendingParts = Object.keys(spendingPartNames) as SpendingPart[]
