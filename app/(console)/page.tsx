import { getTranslations } from "next-intl/server";
import { Prefetched } from "@/app/data/prefetched";
import { serverOrigin } from "@/app/origin";
import { Home } from "@/components/console/home/home";
import { consoleContext } from "@/lib/auth/session";

export async function generateMetadata() {
  return { title: (await getTranslations("home"))("title") };
}

export default async function HomePage() {
  const context = await consoleContext();
  return (
    <Prefetched context={context} reads={[{ noun: "home" }]}>
      <Home origin={await serverOrigin()} />
    </Prefetched>
  );
}
