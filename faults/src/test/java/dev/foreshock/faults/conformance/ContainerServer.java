package dev.foreshock.faults.conformance;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.toxiproxy.ToxiproxyContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The stock server in a container, started as a user of Testcontainers would. It is asked over ports of loopback that lead into the
 * container; what is behind its proxies listens on the gateway of the container's network, an address that this machine alone has.
 */
final class ContainerServer implements ServerUnderTest {
    /** The variable that names the image. It is not pulled by default: nothing is fetched that nobody asked for. */
    static final String IMAGE = "FORESHOCK_TOXIPROXY_IMAGE";

    private static final int CONTROL_PORT = 8474;
    private static final int FIRST_PROXIED_PORT = 8666;

    private final ToxiproxyContainer container;

    private ContainerServer(ToxiproxyContainer container) {
        this.container = container;
    }

    @SuppressWarnings("resource") // closed by the server that is returned
    static ContainerServer start() {
        String image = System.getenv(IMAGE);
        if (image == null) {
            throw new AssertionError(IMAGE + " must name an image of the stock server, but is not set");
        }
        ToxiproxyContainer container = new ToxiproxyContainer(
                        DockerImageName.parse(image).asCompatibleSubstituteFor("shopify/toxiproxy"))
                .withCreateContainerCmdModifier(ContainerServer::keepOnLoopback);
        container.start();
        return new ContainerServer(container);
    }

    /** Also gives the container the loopback of version 6, which every machine has and Docker takes away. */
    private static void keepOnLoopback(CreateContainerCmd command) {
        Ports ports = new Ports();
        for (ExposedPort port : Objects.requireNonNull(command.getExposedPorts())) {
            ports.bind(port, Ports.Binding.bindIp("127.0.0.1"));
        }
        Objects.requireNonNull(command.getHostConfig())
                .withPortBindings(ports)
                .withSysctls(Map.of("net.ipv6.conf.lo.disable_ipv6", "0"));
    }

    @Override
    public int port() {
        return container.getControlPort();
    }

    @Override
    public String listen() {
        return "0.0.0.0:" + FIRST_PROXIED_PORT;
    }

    @Override
    public int entrance(int listened) {
        return container.getMappedPort(listened);
    }

    @Override
    public InetAddress nearby() {
        String gateway = container.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
                .map(network -> String.valueOf(network.getGateway()))
                .findFirst()
                .orElseThrow();
        try {
            return InetAddress.getByName(gateway);
        } catch (UnknownHostException e) {
            throw new AssertionError(gateway, e);
        }
    }

    /** The container's own network has no port of this machine, but one of the API. */
    @Override
    public int taken(int here) {
        return CONTROL_PORT;
    }

    @Override
    public void close() {
        container.stop();
    }
}
