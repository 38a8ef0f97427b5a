import { kindOfFile } from '../kind'
import { columns, isLedger } from './columns'
import { readProjects } from './read'
import { finishProjects, prepareProjects, writeProjects } from './write'

/** 扶贫项目台账: one sheet or several, joined by the project's number. */
export const project = kindOfFile({
  kind: 'project',
  label: '扶贫项目台账',
  largest: 'largest-project-amount',
  called: /项目台账|项目库|项目清单|工程台账|项目进度|项目资金/,
  columns,
  isThis: isLedger,
  read: readProjects,
  together: ({ key }) => key,
  places: ({ at }) => [at],
  prepare: prepareProjects,
  write: writeProjects,
  finish: finishProjects,
})
