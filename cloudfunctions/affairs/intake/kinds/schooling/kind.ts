import { kindOfFile } from '../kind'
import { saysPlainly } from '../../writing/stated'
import { columns, isSchoolingList } from './columns'
import { readSchooling } from './read'
import { writing } from './write'

/** 教育_雨露计划与助学补助名单. */
export const schooling = kindOfFile({
  kind: 'schooling',
  label: '雨露计划与助学补助名单',
  called: /雨露|助学|学生资助|教育资助|奖学金|资助名单/,
  columns,
  isThis: isSchoolingList,
  read: readSchooling,
  together: ({ id }) => id,
  says: saysPlainly,
  places: ({ at }) => [at],
  ...writing,
})
