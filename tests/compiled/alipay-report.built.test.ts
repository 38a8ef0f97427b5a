/** @jest-environment jsdom */
import { alipayPhone, removeCopy } from './alipay'
import { anonymousReports } from './report-tests'

afterAll(removeCopy)

anonymousReports((answers) => alipayPhone(answers, { vouches: true }))
