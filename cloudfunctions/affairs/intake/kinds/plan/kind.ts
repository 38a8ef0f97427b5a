import { refuseOtherUnit } from '../../writing/other-unit'
import { kindOfFile } from '../kind'
import { columns } from './columns'
import { readPlan } from './read'
import { preparePlan } from './compare'
import { finishPlan, writePlan } from './write'

/** 财政_一卡通发放计划. */
export const paymentPlan = kindOfFile({
  kind: 'payment-plan',
  label: '一卡通发放计划',
  called: /发放计划|发放清册|发放表|发放名单|一卡通|打卡|惠农补贴|惠民惠农|补贴发放/,
  columns,
  read: readPlan,
  together: ({ id }) => id,
  says: ({ id, name, home, card, at }) => [{ id, name, home, card, at }],
  places: ({ at }) => [at],
  doubt: (where, rows) => refuseOtherUnit(where, 'payment-plan', rows),
  prepare: preparePlan,
  write: writePlan,
  finish: finishPlan,
})
