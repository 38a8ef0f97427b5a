/** The tables that may be made from what is known; a new one is a word here and a kind in affairs/tables/kinds. */
export const tableNames = ['register', 'persons', 'recognised', 'exited', 'money', 'visits', 'help-ledger'] as const
export type TableName = (typeof tableNames)[number]
