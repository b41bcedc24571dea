# Maven, from a repository in a folder. What Maven itself needs comes from its usual repository, into an empty cache.
need mvn javac
jar=$(packages "java/token04-$version.jar")
maven=(mvn -B -q -ntp -Dstyle.color=never)
"${maven[@]}" org.apache.maven.plugins:maven-deploy-plugin:3.1.4:deploy-file \
    -Dfile="$jar" -DpomFile="${jar%.jar}.pom" -DrepositoryId=local -Durl="file://$work/repository"
cp -r examples/java "$work/project"
repositories="<repositories><repository><id>local</id><url>file://$work/repository</url></repository></repositories>"
sed -i "s|  <dependencies>|  $repositories\n&|" "$work/project/pom.xml"
prints_line '^in a day: +204 ' "${maven[@]}" -f "$work/project/pom.xml" -Dmaven.repo.local="$work/cache" \
    compile exec:java -Dexec.mainClass=example.MakeTokens
