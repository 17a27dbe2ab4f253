import type { APIRoute } from 'astro';
import { thePackage } from '../_package';
import { workbook } from '../_workbook';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const getStaticPaths = () => [{ params: { package: thePackage().about.name } }];
export const GET: APIRoute = async () =>
  new Response(new Uint8Array(await workbook()), { headers: { 'Content-Type': TYPE } });
