import { supervision } from '#contract/supervision/actions'
import { serve } from '#kernel/call/serve'
import {
  handAlert,
  inspectAlert,
  orderAlert,
  rectifiedAlert,
  passAlert,
  failAlert,
  closeAlert,
  refuseAlert,
  reopenAlert,
  remindAlert,
} from './alerts/acts'
import { alertFigures } from './alerts/figures'
import { alertsFile } from './alerts/list-file'
import { alerts } from './alerts/list'
import { alert } from './alerts/read'
import { answer, requests } from './requests'
import { openRequest } from './open-request'
import { monthly, signMonthly } from './monthly'
import { emergency } from './emergency'
import { file } from './file'
import { grants } from './grants'
import { incomeForm, stateIncome } from './incomes'
import { list } from './list'
import { answerSource } from './sources/answer'
import { decideSource, undoSource } from './sources/decide'
import { source } from './sources/source'
import { waitingSources } from './sources/waiting'
import { exportTable } from './tables/export'
import { exportPart } from './tables/part'
import { tablePreview } from './tables/preview'
import { cancelExport, exportProgress, exportsOf } from './tables/progress'
import { tables } from './tables/tables'
import { moneyClaim } from './money/claim'
import { moneyClaims } from './money/claims'
import { moneySums } from './money/sums'
import { approvePlan, noteTownMeasure, plan, sendBackPlan, writeTownPlan } from './plans/acts'
import { plans } from './plans/list'
import { acceptReport, answerReport, closeReport, spamReport, transferReport } from './reports/acts'
import { passReport } from './reports/pass'
import { reportFile, reportPhoto, reports } from './reports/read'

export const main = serve('supervision', supervision, {
  grants,
  list,
  file,
  source,
  decideSource,
  undoSource,
  answerSource,
  waitingSources,
  incomeForm,
  stateIncome,
  tables,
  tablePreview,
  export: exportTable,
  exportProgress,
  cancelExport,
  exportPart,
  exports: exportsOf,
  emergency,
  requests,
  openRequest,
  answer,
  monthly,
  signMonthly,
  reports,
  reportFile,
  reportPhoto,
  acceptReport,
  answerReport,
  transferReport,
  passReport,
  closeReport,
  spamReport,
  moneySums,
  moneyClaims,
  moneyClaim,
  alerts,
  alertsFile,
  alert,
  handAlert,
  inspectAlert,
  orderAlert,
  rectifiedAlert,
  passAlert,
  failAlert,
  closeAlert,
  refuseAlert,
  reopenAlert,
  remindAlert,
  alertFigures,
  plans,
  plan,
  writeTownPlan,
  approvePlan,
  sendBackPlan,
  noteTownMeasure,
})
