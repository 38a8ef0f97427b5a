/**
 * The norms of a county pack that the programme lives by, and what it needs each for: policy, so the pack says the number, since when
 * and by what source.
 */
export const neededNorms = {
  'suggestion-assign-days': '意见几天内转给单位',
  'suggestion-answer-days': '意见几天内答复',
  'notice-shown-days': '公示看得到几天',
  'request-answer-days': '更正和投诉几天内答复',
  'request-open-hours': '为答复更正和投诉打开一户管多久',
  'original-keep-days': '部门文件的原件保存多久',
  'look-night-from': '月报认出夜里的查询',
  'look-night-until': '月报认出夜里的查询',
  'look-many-a-day': '月报认出一天查得多的人',
  'refusals-recorded-a-day': '没让看的逐次记录到几次',
  'emergency-looks-a-day': '紧急查询一天最多几次',
  'emergency-hours': '紧急查询管多久',
  'longest-grant-days': '授权最长多久',
  'longest-trust-days': '委托最长多久',
  'trust-delay-hours': '新绑的手机和新办的委托过多久生效',
  'invitation-hours': '登录码多久内有效',
  'guardian-age': '几岁以下由监护人来办',
  'binding-minutes': '核对码多久内有效',
  'binding-wrong-a-day': '绑定一天核对错几次就停',
  'vouch-wrong-a-day': '第二个人一天输错几次就停',
  'farmer-session-days': '农户登录一次管多久',
  'worker-session-hours': '上门的人登录一次管多久',
  'desk-session-hours': '办公页面登录一次管多久',
  'desk-wrong-free': '办公页面登录错几次起要等',
  'desk-longest-wait-minutes': '办公页面登录错了最长等多久',
  'staff-wish-shown-days': '批过的人员申请留在单子上多久',
  'reset-told-days': '重发邀请码告诉本人几天',
  'spam-keep-days': '“不是举报”的几天内能收回',
  'report-parts-wait-days': '举报的照片等信几天',
} as const

export type NormId = keyof typeof neededNorms
