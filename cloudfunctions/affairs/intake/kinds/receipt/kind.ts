import { refuseOtherUnit } from '../../writing/other-unit'
import { kindOfFile } from '../kind'
import { columns, isReceipt } from './columns'
import { readReceipts } from './read'
import { withoutHeadings } from './without-headings'
import { prepareReceipts } from './compare'
import { finishReceipts, writeReceipts } from './write'

/** 农商行_代发回执. */
export const bankReceipt = kindOfFile({
  kind: 'bank-receipt',
  label: '银行代发回执',
  called: /回执|代发结果|处理结果|返盘|回盘|代发明细|入账/,
  columns,
  isThis: isReceipt,
  withoutHeadings,
  read: readReceipts,
  together: ({ card }) => card,
  places: ({ at }) => [at],
  doubt: (where, rows) => refuseOtherUnit(where, 'bank-receipt', rows),
  prepare: prepareReceipts,
  write: writeReceipts,
  finish: finishReceipts,
})
