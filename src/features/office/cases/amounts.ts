/** Amounts of a home check, in the order of the form: a year's income in its four parts, and what had to be spent. */
export const amounts = [
  { id: 'wagesFen', of: 'income', label: '工资' },
  { id: 'businessFen', of: 'income', label: '经营净收入' },
  { id: 'propertyFen', of: 'income', label: '财产收入' },
  { id: 'transferFen', of: 'income', label: '补贴、赡养等' },
  { id: 'medicalFen', of: 'spending', label: '看病自付' },
  { id: 'schoolingFen', of: 'spending', label: '读书花费' },
  { id: 'housingFen', of: 'spending', label: '住房花费' },
  { id: 'careFen', of: 'spending', label: '照护花费' },
] as const
export type AmountId = (typeof amounts)[number]['id']
