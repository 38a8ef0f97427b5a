import { office } from '#contract/office/actions'
import { serve } from '#kernel/call/serve'
import { drawSample, sample } from './callbacks/sample'
import {
  approveBatch,
  askResetBatch,
  cancelBatch,
  closeBatch,
  confirmBatch,
  decideResetBatch,
  handOverBatch,
  sendBackBatch,
  submitBatch,
} from './batches/acts'
import { bankFile, bankFilePart } from './batches/bank-file'
import { batchProgress, batchSources, decideLines, draftBatch, fundBatch, redraftBatch } from './batches/drafting'
import { decideMend, giveUpLine, mendLine, recoverLine, settleLine, tookBackLine, unrecoverableLine } from './batches/line-acts'
import { batches } from './batches/list'
import { batchLine, batchLines } from './batches/lines'
import { differences, oneBatch } from './batches/read'
import { appealCase, checkedCase, dropCase, reuseCheck, takeCase, tellCase, withdrawCase } from './cases/acts'
import { answerAppeal, decideCase } from './cases/decide'
import { endCase } from './cases/end'
import { postCase, proposeCase } from './cases/forward'
import { cases } from './cases/list'
import { openCase } from './cases/open'
import { oneCase } from './cases/read'
import { caseSubject } from './cases/subject'
import { cardVillages } from './cards/card-villages'
import { handOutList } from './cards/hand-out-list'
import { markCards } from './cards/mark-cards'
import { issueCards, printCards, villageCards } from './cards/village-cards'
import { card, registerPhone, releaseBinding } from './counter/card'
import { cardGiven } from './counter/card-given'
import { cardHistory } from './counter/card-history'
import { findCards } from './counter/find-cards'
import { printCard, replaceCard } from './counter/replace-card'
import { allowProxy, endProxy, unbindPhone } from './counter/trust'
import { stopVouching, vouch, vouchings } from './counter/vouch'
import { enrol, enrolStart } from './desk/enrol'
import { pledge } from './desk/pledge'
import { me, signIn, signOut } from './desk/sign-in'
import { stepUp } from './desk/step-up'
import { askGrant } from './people/ask-grant'
import { askStaff } from './people/ask-staff'
import { acknowledge, decideGrant, revokeGrant } from './people/decide-grant'
import { decideStaff, seeStaff, withdrawStaff } from './people/decide-staff'
import { grants } from './people/grants'
import { decideLikeness } from './likenesses/decide'
import { likenesses } from './likenesses/list'
import { likeness } from './likenesses/read'
import { invite } from './people/invite'
import { findWorkers, removeStaff, staff } from './people/staff'
import { registerOn } from './register/register-on'
import {
  askLeave,
  correctMember,
  resignMember,
  decideMember,
  dropMember,
  returnPrincipal,
  shareMember,
  signMember,
  tellMember,
  withdrawMember,
} from './schemes/acts'
import { joinScheme } from './schemes/join'
import { oneScheme, schemeMember, schemeMembers, schemes } from './schemes/read'
import { changeTerms, decideScheme, endScheme, openScheme } from './schemes/terms'
import { prepare } from './prepare'
import { articles } from './publishing/articles'
import { decideArticle, submitArticle, withdrawArticle } from './publishing/decide-article'
import { saveArticle } from './publishing/save-article'
import { answerSuggestion, assignSuggestion, suggestions } from './publishing/suggestions'
import { scans } from './publishing/scans'

export const main = serve('office', office, {
  prepare,
  registerOn,
  signIn,
  enrolStart,
  enrol,
  stepUp,
  me,
  pledge,
  signOut,
  invite,
  askStaff,
  decideStaff,
  withdrawStaff,
  seeStaff,
  staff,
  removeStaff,
  findWorkers,
  grants,
  askGrant,
  decideGrant,
  revokeGrant,
  acknowledge,
  articles,
  saveArticle,
  submitArticle,
  decideArticle,
  withdrawArticle,
  suggestions,
  assignSuggestion,
  answerSuggestion,
  scans,
  card,
  findCards,
  replaceCard,
  printCard,
  cardGiven,
  cardHistory,
  cardVillages,
  villageCards,
  issueCards,
  printCards,
  markCards,
  handOutList,
  registerPhone,
  releaseBinding,
  unbindPhone,
  allowProxy,
  endProxy,
  vouchings,
  vouch,
  stopVouching,
  batches,
  batch: oneBatch,
  batchDifferences: differences,
  batchLines,
  batchLine,
  batchSources,
  draftBatch,
  redraftBatch,
  batchProgress,
  fundBatch,
  submitBatch,
  sendBackBatch,
  approveBatch,
  askResetBatch,
  decideResetBatch,
  cancelBatch,
  handOverBatch,
  closeBatch,
  confirmBatch,
  bankFile,
  bankFilePart,
  decideLines,
  settleLine,
  mendLine,
  decideMend,
  giveUpLine,
  recoverLine,
  tookBackLine,
  unrecoverableLine,
  cases,
  case: oneCase,
  caseSubject,
  openCase,
  takeCase,
  reuseCheck,
  checkedCase,
  postCase,
  proposeCase,
  decideCase,
  dropCase,
  withdrawCase,
  tellCase,
  appealCase,
  answerAppeal,
  endCase,
  schemes,
  scheme: oneScheme,
  schemeMembers,
  schemeMember,
  openScheme,
  changeTerms,
  decideScheme,
  endScheme,
  joinScheme,
  signMember,
  shareMember,
  correctMember,
  resignMember,
  tellMember,
  askLeave,
  decideMember,
  withdrawMember,
  returnPrincipal,
  dropMember,
  likenesses,
  likeness,
  decideLikeness,
  sample,
  drawSample,
})
