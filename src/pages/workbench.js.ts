import { bundle, script } from './_bundle';

export const GET = async () => script(await bundle('src/embed/client/workbench.ts'));
